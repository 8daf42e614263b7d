import "./rolldown-runtime.mjs";
import { revokeByAccessor } from "./vault.mjs";
import { annotate, runAction, savedState } from "./ci.mjs";
import { jobIdentityTokens } from "./github.mjs";
import { ClawError } from "./core.mjs";
import { cloudInputs } from "./inputs.mjs";
import { STATE, vaultLoginOptions } from "./wiring.mjs";
// packages/wiring/src/end-session.ts
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
