// Text of a policy as its reviewer sees it.
import { isPrintable } from '@open-claw/core'

/**
 * Whether every character shows as itself. The joiners and selectors of an emoji are part of its one
 * picture; anywhere else they would make two values look the same.
 */
export const isLegible = (text: string): boolean => isPrintable(text.replaceAll(/\p{RGI_Emoji}/gv, ''))
