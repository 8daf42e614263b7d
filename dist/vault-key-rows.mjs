export { TRANSIT_KEY_ROWS } from "./vault-transit.mjs";
