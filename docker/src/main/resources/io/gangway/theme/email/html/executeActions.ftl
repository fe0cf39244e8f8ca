<#import "template.ftl" as layout>
<#assign organization=(user.attributes.invitedTo)!"">
<@layout.emailLayout>
<p>Hello<#if user.firstName??> ${user.firstName}</#if>,</p>
<p><#if organization?has_content><strong>${organization}</strong> invites you to Gangway<#else>you are invited to Gangway</#if>. Choose a password and sign in with this address; then you can accept the invitation.</p>
<p><a class="button" href="${link}">Choose a password</a></p>
<p class="small">The link works for ${linkExpirationFormatter(linkExpiration)}, and once. If you did not expect this mail, ignore it: nothing happens.</p>
</@layout.emailLayout>
