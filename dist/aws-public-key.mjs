export { awsPublicKey } from "./aws-kms.mjs";
