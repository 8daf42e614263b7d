export { googlePublicKey } from "./google-kms.mjs";
