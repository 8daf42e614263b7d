export { exec } from "./vendor-actions-2.mjs";
