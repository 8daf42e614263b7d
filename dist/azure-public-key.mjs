export { azurePublicKey } from "./azure-kms.mjs";
