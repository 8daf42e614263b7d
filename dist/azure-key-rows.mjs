export { AZURE_KEY_ROWS } from "./azure-kms.mjs";
