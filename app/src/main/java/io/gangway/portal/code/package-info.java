/** Codes without a meaning, for partners and operators. */
@NullMarked
package io.gangway.portal.code;

import org.jspecify.annotations.NullMarked;
