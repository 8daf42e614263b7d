import { require_dist } from "./vendor-sigstore-bundle.mjs";
export default require_dist();
export {};
