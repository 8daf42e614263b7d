import "./rolldown-runtime.mjs";
import { folderStore } from "./files.mjs";
import { dispatchInputs, githubRun } from "./github.mjs";
import { combinedWitness, fulcioKey, timestamp } from "./sigstore-sign.mjs";
import { openKeySession, signingGrant } from "./wiring-keys.mjs";
import { randomBytes } from "node:crypto";
// packages/wiring/src/sign.ts
/** Bytes that a trial timestamps: as many as a digest. */
const TRIAL_BYTES = 32;
const authorities = (clock) => ({
	certify: (url, identity) => fulcioKey({
		url,
		identity,
		clock
	}),
	probe: async (url) => void await timestamp(url, randomBytes(TRIAL_BYTES), { clock }),
	witness: ({ timestampAuthorities, log }) => combinedWitness({
		timestampAuthorities,
		log,
		clock
	})
});
const runRecord = (host, asked) => ({
	dispatchInputs: (claims) => dispatchInputs(host.event(), claims),
	details: async (claims) => asked?.githubToken === void 0 ? void 0 : githubRun({
		token: asked.githubToken,
		apiUrl: asked.githubApi,
		claims,
		clock: host.clock
	})
});
/** Returns the ports of signing. `provenance` says how to ask about the run, if provenance is made. */
const signingPorts = ({ cloud, destination }, host, provenance) => ({
	host,
	openKeys: (unreturned) => openKeySession(cloud, "sign", host, unreturned),
	authorities: authorities(host.clock),
	run: runRecord(host, provenance),
	evidence: folderStore(destination)
});
/** Returns the ports of the doctor. */
const doctorPorts = ({ cloud, destination }, host) => ({
	host,
	openKeys: (unreturned) => openKeySession(cloud, "sign", host, unreturned),
	authorities: authorities(host.clock),
	evidence: folderStore(destination),
	grant: (uri, subject) => signingGrant(cloud, uri, subject)
});
export { doctorPorts, signingPorts };
