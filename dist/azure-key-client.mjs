export { connect } from "./azure.mjs";
