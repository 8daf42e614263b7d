import { require_dist } from "./vendor-sigstore.mjs";
export default require_dist();
export {};
