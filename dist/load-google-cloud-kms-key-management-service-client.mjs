import { require_key_management_service_client } from "./vendor-google-kms.mjs";
export default require_key_management_service_client();
export {};
