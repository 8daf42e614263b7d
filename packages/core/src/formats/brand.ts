declare const brand: unique symbol

/**
 * A text that only its parser or guard makes, so that no other text can stand for it. One with further names can
 * stand for one with fewer of them.
 */
export type Branded<Name extends string> = string & {
  readonly [brand]: { readonly [One in Name]: true }
}
