import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, checkNothingHidden, keyScheme, parseBundle, parseStatement, printable, readDocument, selectFiles, selectSubjects, systemClock, trustedKey, verifyBundle } from "./core.mjs";
import { giveBack, openSession } from "./cloud.mjs";
import { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest } from "./policy.mjs";
import { codeSpan, log, markdownTable, mermaidFlow, setOutputs, writeSummary } from "./runner.mjs";
import { awsPublicKey, azurePublicKey, googlePublicKey, vaultPublicKey } from "./kms.mjs";
import { TRUSTED_ROOTS_TYPE, parseTrustedRoot, rootsFromStatement, trustedRootsOf, tufTrustedRoot } from "./sigstore.mjs";
import { createHash } from "node:crypto";
// actions/verify-before-deploy/src/evidence.ts
/** More bundles than any release has; the rest of a flood is refused rather than skipped. */
const MAX_BUNDLES = 4096;
const PARALLEL_READS = 16;
/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
async function readPolicy(inputs) {
	const [file, ...others] = await selectFiles(inputs.workspace, [inputs.policy], "policy");
	if (file === void 0 || others.length > 0) throw new ClawError("INPUT_INVALID", "Input policy: name exactly one file.");
	const bytes = await readDocument(file, {
		limit: MAX_POLICY_BYTES,
		code: "POLICY_INVALID"
	});
	const actual = policyDigest(bytes);
	if (actual !== inputs.policyDigest) throw new ClawError("POLICY_DIGEST_MISMATCH", `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned. Review it, then pin that digest in the workflow.`);
	return parsePolicy(bytes);
}
async function judge(file, trust) {
	try {
		const bytes = await readDocument(file, {
			limit: MAX_BUNDLE_BYTES,
			code: "BUNDLE_INVALID"
		});
		const bundle = parseBundle(bytes, file.name);
		return {
			path: file.name,
			facts: await verifyBundle(bundle, trust)
		};
	} catch (error) {
		if (error instanceof ClawError) return {
			path: file.name,
			refused: {
				code: error.code,
				message: error.message
			}
		};
		throw error;
	}
}
/** Every bundle that the patterns name, verified or refused with its reason. Throws EVIDENCE_NOT_FOUND. */
async function readEvidence(inputs, trust) {
	const files = await selectFiles(inputs.workspace, inputs.bundles, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") throw new ClawError("EVIDENCE_NOT_FOUND", error.message, { cause: error });
		throw error;
	});
	if (files.length > MAX_BUNDLES) throw new ClawError("EVIDENCE_NOT_FOUND", `Input bundles names ${files.length} files; the limit is ${MAX_BUNDLES}.`);
	const evidence = [];
	const lane = async (start) => {
		for (let index = start; index < files.length; index += PARALLEL_READS) {
			const file = files[index];
			if (file !== void 0) evidence[index] = await judge(file, trust);
		}
	};
	await Promise.all(Array.from({ length: PARALLEL_READS }, (_, start) => lane(start)));
	return evidence;
}
// actions/verify-before-deploy/src/keys.ts
/** One row for each scheme of key URIs. */
const SOURCES = {
	gcpkms: (session) => googlePublicKey(session.google()),
	awskms: (session, uri) => awsPublicKey(session.aws(uri)),
	azurekms: (session, uri) => azurePublicKey(session.azure(uri)),
	hashivault: (session) => vaultPublicKey(session.vault())
};
async function policyKey(session, name, key) {
	if ("publicKey" in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm });
	const { publicKey, algorithm, uri } = await SOURCES[keyScheme(key.uri)](session, key.uri)(key.uri, key.algorithm);
	return trustedKey(name, publicKey, {
		algorithm,
		uri
	});
}
/**
* The keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID where two attestors
* have one key: its signatures would count for the first of them only.
*/
async function policyKeys(session, policy) {
	const keys = await Promise.all(policy.attestors.flatMap((one) => "key" in one ? [policyKey(session, one.name, one.key)] : []));
	const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]));
	const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name);
	if (second !== void 0) throw new ClawError("POLICY_INVALID", `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ""}" have the same key; define one and name it in each entry.`);
	return keys;
}
/** Hashes that the trusted signers sign files by, beside SHA-256. */
function hashesOf(keys, policy) {
	const ofKeys = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []);
	const ofCertificates = policy.attestors.some((one) => "certificate" in one) ? [
		"sha256",
		"sha384",
		"sha512"
	] : [];
	return [.../* @__PURE__ */ new Set([...ofKeys, ...ofCertificates])];
}
// actions/verify-before-deploy/src/report.ts
const MAX_ARTIFACTS = 50;
/** Reasons shown per entry: a flood of foreign bundles must not bury the one that counts. */
const MAX_REASONS = 5;
const MARK = {
	allow: "✅ allow",
	deny: "❌ deny"
};
function artifactRows({ name, entries }) {
	return entries.map(({ entry, satisfiedBy, attestor, unverified, reasons, unlisted }) => [
		codeSpan(name),
		codeSpan(entry),
		satisfiedBy === void 0 ? MARK.deny : MARK.allow,
		satisfiedBy === void 0 ? reasons.slice(0, MAX_REASONS).map(({ code, message, bundle }) => `${code}: ${codeSpan(message)} ${bundle === void 0 ? "" : codeSpan(bundle)}`).join("<br>") + more(reasons.length + unlisted) : `${codeSpan(satisfiedBy)}, signed by ${codeSpan(attestor ?? "")}${skipped(unverified)}`
	]);
}
const more = (count) => count > MAX_REASONS ? `<br>and ${count - MAX_REASONS} more` : "";
/** What decided nothing is said, so that nobody takes a timestamp that was never checked for one that was. */
const skipped = ({ timestamps, logEntries }) => timestamps + logEntries === 0 ? "" : `; not checked, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`;
function picture(verdict) {
	const count = verdict.artifacts.length;
	const [first] = verdict.artifacts;
	const bundles = new Set(verdict.artifacts.flatMap(({ entries }) => entries.flatMap(({ satisfiedBy }) => satisfiedBy ?? [])));
	return mermaidFlow([
		{
			id: "artifacts",
			label: count === 1 ? first?.name ?? "" : `${count} artifacts`
		},
		{
			id: "bundles",
			label: bundles.size === 0 ? "no bundle that satisfies" : `${bundles.size} verified`
		},
		{
			id: "policy",
			label: `policy ${verdict.policy.name}`
		},
		{
			id: "verdict",
			label: verdict.decision
		}
	], [
		{
			from: "artifacts",
			to: "bundles",
			label: "sha256"
		},
		{
			from: "bundles",
			to: "policy",
			label: "facts"
		},
		{
			from: "policy",
			to: "verdict",
			label: ""
		}
	]);
}
/** The job summary of a verdict. */
function summaryOf(verdict) {
	const shown = verdict.artifacts.toSorted((a, b) => a.decision === b.decision ? 0 : a.decision === "deny" ? -1 : 1).slice(0, MAX_ARTIFACTS);
	const rest = verdict.artifacts.length - shown.length;
	return [
		`## Deployment gate: ${MARK[verdict.decision]}`,
		picture(verdict),
		`Policy ${codeSpan(verdict.policy.name)} ${codeSpan(`sha256:${verdict.policy.digest}`)}`,
		markdownTable([
			"Artifact",
			"Demand",
			"Verdict",
			"Because"
		], shown.flatMap(artifactRows)),
		rest > 0 ? `and ${rest} more artifacts.` : ""
	].join("\n\n");
}
/** One line for each denied artifact and demand, for the log and the annotation. */
function denialMessage(verdict) {
	const denied = verdict.artifacts.filter(({ decision }) => decision === "deny");
	const lines = denied.slice(0, MAX_REASONS).flatMap(({ name, entries }) => entries.filter(({ satisfiedBy }) => satisfiedBy === void 0).map(({ entry, reasons }) => `${name}, ${entry}: ${reasons.slice(0, MAX_REASONS).map(({ code, message }) => `${code} (${message})`).join("; ")}`));
	return `${denied.length} of ${verdict.artifacts.length} artifacts are denied by the policy "${verdict.policy.name}". ${lines.join(" | ")}`;
}
/** The verdict for the log: one line for each artifact. */
function logLines(verdict) {
	const lines = verdict.artifacts.slice(0, MAX_ARTIFACTS).map(({ name, digest, decision }) => `${decision}: sha256:${digest} ${name}`);
	const rest = verdict.artifacts.length - lines.length;
	return [
		`Policy ${verdict.policy.name} sha256:${verdict.policy.digest}`,
		...lines,
		...rest > 0 ? [`… and ${rest} more artifacts`] : []
	];
}
// actions/verify-before-deploy/src/roots.ts
const refuse = (why) => new ClawError("TRUSTED_ROOT_INVALID", why);
async function fileOf(workspace, path) {
	const [file, ...others] = await selectFiles(workspace, [path], "policy");
	if (file === void 0 || others.length > 0) throw refuse(`The policy names the trusted root "${printable(path)}", which is not exactly one file.`);
	return file;
}
async function readPinned(workspace, { path, digest }) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
	if (actual === digest) return bytes;
	throw refuse(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`);
}
async function readSigned(workspace, { bundle: path, attestors }, keys) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_BUNDLE_BYTES,
		code: "BUNDLE_INVALID"
	});
	const bundle = parseBundle(bytes, path);
	const facts = await verifyBundle(bundle, { keys: keys.filter(({ name }) => attestors.includes(name)) });
	if (facts.kind !== "statement" || facts.predicateType !== "https://open-claw.github.io/predicates/trusted-roots/v1" || bundle.content.kind !== "envelope") throw refuse(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`);
	return rootsFromStatement(parseStatement(bundle.content.payload).predicate, systemClock.now());
}
/**
* One root, or one on each line, as `gh attestation trusted-root` prints them. A root over several lines has
* none that begins and ends as an object: only a comma could join two of them.
*/
function documentsOf(bytes) {
	const lines = Buffer.from(bytes).toString("latin1").split("\n").map((line) => line.trim()).filter((line) => line !== "");
	return lines.length > 1 && lines.every((line) => line.startsWith("{") && line.endsWith("}")) ? lines.map((line) => Buffer.from(line, "latin1")) : [bytes];
}
async function materialsOf(workspace, root, keys) {
	if ("bundle" in root) return readSigned(workspace, root, keys);
	if ("tuf" in root) {
		const { mirror, root: first } = root.tuf;
		return [await tufTrustedRoot({
			mirror: new URL(mirror),
			root: await readPinned(workspace, first)
		})];
	}
	return documentsOf(await readPinned(workspace, root)).map((document) => parseTrustedRoot(document, root.path));
}
/** The roots of the policy; undefined where it names none. Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_UNAVAILABLE, or why a bundle of roots is refused. */
async function policyRoots(workspace, policy, keys) {
	if (policy.trustedRoots.length === 0) return void 0;
	const materials = await Promise.all(policy.trustedRoots.map((root) => materialsOf(workspace, root, keys)));
	return trustedRootsOf(materials.flat());
}
// actions/verify-before-deploy/src/run.ts
/** What the policy trusts. Logins are given back before anything is judged. */
async function trustOf(inputs, policy) {
	const session = openSession(inputs.cloud, "verify");
	try {
		const keys = await policyKeys(session, policy);
		return {
			keys,
			roots: await policyRoots(inputs.workspace, policy, keys)
		};
	} finally {
		await giveBack(session);
	}
}
async function run(inputs) {
	const policy = await readPolicy(inputs);
	await checkNothingHidden(inputs.workspace, inputs.sources.artifacts, "artifacts");
	const trust = await trustOf(inputs, policy);
	const [selected, evidence] = await Promise.all([selectSubjects(inputs.workspace, inputs.sources, hashesOf(trust.keys, policy)), readEvidence(inputs, trust)]);
	const artifacts = selected.subjects.map(({ name, digest }) => {
		const own = selected.files.get(name)?.digests ?? /* @__PURE__ */ new Map();
		return {
			name,
			digest,
			digests: new Map([...own].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString("hex")]))
		};
	});
	const verdict = decide(policy, artifacts, evidence);
	for (const line of logLines(verdict)) log(line);
	await writeSummary(summaryOf(verdict));
	if (verdict.decision === "deny") throw new ClawError("DENIED", denialMessage(verdict));
	setOutputs({
		verdict: "allow",
		digests: JSON.stringify(verdict.artifacts.map(({ name, digest }) => ({
			name,
			digest: `sha256:${digest}`
		}))),
		"policy-digest": `sha256:${policy.digest}`
	});
}
export { run };
