<#ftl output_format="plainText">
<#assign organization=(user.attributes.invitedTo)!"">
Hello<#if user.firstName??> ${user.firstName}</#if>,

<#if organization?has_content>${organization} invites you to Gangway<#else>you are invited to Gangway</#if>. Choose a password and sign in with this address; then you can accept the invitation:

${link}

The link works for ${linkExpirationFormatter(linkExpiration)}, and once. If you did not expect this mail, ignore it: nothing happens.
