import { require_src$1 as require_src } from "./vendor-google.mjs";
export default require_src();
export {};
