export { connect } from "./aws.mjs";
