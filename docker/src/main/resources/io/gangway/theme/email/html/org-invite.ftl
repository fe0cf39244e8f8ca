<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>Hello<#if firstName??> ${firstName}</#if>,</p>
<p><strong>${organization.name}</strong> invites you to work with them on Gangway. Sign in with this address and accept the invitation.</p>
<p><a class="button" href="${link}">Open the invitation</a></p>
<p class="small">The link works for ${linkExpirationFormatter(linkExpiration)}. If you did not expect this mail, ignore it: nothing happens.</p>
</@layout.emailLayout>
