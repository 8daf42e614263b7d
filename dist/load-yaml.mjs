import { require_dist } from "./vendor-yaml.mjs";
export default require_dist();
export {};
