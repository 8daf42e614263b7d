/** As in package.json, which is not always beside dist/; a test compares the two. */
export const VERSION = '0.1.0'
