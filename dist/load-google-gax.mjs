import { require_src } from "./vendor-google.mjs";
export default require_src();
export {};
