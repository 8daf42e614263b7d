export { GOOGLE_KEY_ROWS } from "./google-kms.mjs";
