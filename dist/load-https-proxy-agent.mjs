import { require_dist } from "./vendor-google.mjs";
export default require_dist();
export {};
