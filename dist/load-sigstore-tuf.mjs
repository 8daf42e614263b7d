import { require_dist } from "./vendor-sigstore-tuf.mjs";
export default require_dist();
export {};
