<#ftl output_format="plainText">
Hello<#if firstName??> ${firstName}</#if>,

${organization.name} invites you to work with them on Gangway. Sign in with this address and accept the invitation:

${link}

The link works for ${linkExpirationFormatter(linkExpiration)}. If you did not expect this mail, ignore it: nothing happens.
