export { connect, giveBack } from "./vault.mjs";
