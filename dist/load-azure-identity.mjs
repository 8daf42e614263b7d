export { DefaultAzureCredential } from "./vendor-azure-identity.mjs";
