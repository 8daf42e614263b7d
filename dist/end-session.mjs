import "./rolldown-runtime.mjs";
import { revokeByAccessor } from "./identity.mjs";
import { annotate, jobIdentityTokens, runAction, savedState } from "./runner.mjs";
import { ClawError } from "./core.mjs";
import { STATE, cloudInputs, vaultLoginOptions } from "./cloud.mjs";
// packages/cloud/src/end-session.ts
await runAction(async () => {
	const accessor = savedState(STATE.accessor);
	if (accessor === void 0 || savedState(STATE.ended) === "true") return;
	const cloud = cloudInputs();
	const identity = jobIdentityTokens({ issuer: cloud.oidcIssuer });
	try {
		await revokeByAccessor(vaultLoginOptions(cloud, identity), accessor);
	} catch (error) {
		if (!(error instanceof ClawError)) throw error;
		annotate("warning", error.code, error.message);
	}
});
export {};
