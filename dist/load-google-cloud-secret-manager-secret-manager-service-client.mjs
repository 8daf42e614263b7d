import { require_secret_manager_service_client } from "./vendor-google-secret-manager.mjs";
export default require_secret_manager_service_client();
export {};
