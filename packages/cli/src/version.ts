/** As in package.json, which is not beside dist/ everywhere; a test compares the two. */
export const VERSION = '0.1.0'
