import { require_src } from "./vendor-google-4.mjs";
export default require_src();
export {};
