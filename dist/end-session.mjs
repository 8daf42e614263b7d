import "./rolldown-runtime.mjs";
import { revokeByAccessor } from "./identity.mjs";
import { annotate, jobIdentityTokens, runAction, savedState } from "./runner.mjs";
import { ClawError } from "./core.mjs";
import { cloudInputs } from "./cloud-inputs.mjs";
import { STATE, vaultLoginOptions } from "./cloud.mjs";
// packages/cloud/src/end-session.ts
await runAction(async () => {
	const accessors = savedState(STATE.accessors)?.split(" ") ?? [];
	if (accessors.length === 0 || savedState(STATE.ended) === "true") return;
	const cloud = cloudInputs();
	const identity = jobIdentityTokens({ issuer: cloud.oidcIssuer });
	for (const accessor of accessors) try {
		await revokeByAccessor(vaultLoginOptions(cloud, identity), accessor);
	} catch (error) {
		if (!(error instanceof ClawError)) throw error;
		annotate("warning", error.code, error.message);
	}
});
export {};
