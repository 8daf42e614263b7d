export { googleKeyService } from "./google-sign.mjs";
