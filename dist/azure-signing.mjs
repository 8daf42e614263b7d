export { azureKeyService } from "./azure-sign.mjs";
