<#macro emailLayout>
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="color-scheme" content="light dark">
  <meta name="viewport" content="width=device-width">
  <style>
    body { margin: 0; padding: 24px 12px; background: #f4f7f7; color: #1c2526; font: 15px/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
    .mail { max-width: 34rem; margin: 0 auto; background: #ffffff; border: 1px solid #dfe6e6; border-radius: 12px; padding: 24px 28px; }
    .brand { font-weight: 650; font-size: 17px; color: #0f766e; margin: 0 0 18px; }
    a { color: #0f766e; }
    .button { display: inline-block; background: #0f766e; color: #ffffff !important; text-decoration: none; font-weight: 600; padding: 10px 18px; border-radius: 8px; }
    .small { font-size: 13px; color: #5a686a; overflow-wrap: anywhere; }
    @media (prefers-color-scheme: dark) {
      body { background: #0d1516; color: #e6eeee; }
      .mail { background: #152021; border-color: #2a3a3b; }
      .brand, a { color: #2dd4bf; }
      .button { background: #2dd4bf; color: #06201e !important; }
      .small { color: #a7b6b8; }
    }
  </style>
</head>
<body>
  <div class="mail">
    <p class="brand">Gangway</p>
    <#nested>
  </div>
</body>
</html>
</#macro>
