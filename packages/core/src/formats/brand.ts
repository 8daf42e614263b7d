declare const brand: unique symbol

/** A text that one parser or guard makes, and for which no other text can stand. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }
