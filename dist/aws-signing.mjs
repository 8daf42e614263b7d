export { awsKeyService } from "./aws-sign.mjs";
