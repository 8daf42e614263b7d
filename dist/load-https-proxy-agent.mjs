import { require_dist } from "./vendor-azure-google-6.mjs";
export default require_dist();
export {};
