import { __name } from "./rolldown-runtime.mjs";
import { ClawError, MAX_JSON_BYTES, SIGNATURE_PREDICATE_TYPE, keyName, line, printable, printableText, requiredSha256 } from "./core.mjs";
import { readDocument, selectFile, selectSubjects } from "./files.mjs";
import { blobHash, customPredicate, signBlobs, signStatements, slsaProvenance, splitSubjects } from "./core-sign.mjs";
import { PUBLIC_GOOD, githubInstance, hasGithubInstance, parseSigningConfig } from "./sigstore.mjs";
// packages/usecases/src/sign/services.ts
/** Sigstore's public good instance and its staging instance: anybody can read the logs of both. */
const PUBLIC_DOMAINS = ["sigstore.dev", "sigstage.dev"];
/** Checks for a public host. A name with a trailing dot is the same host. */
function isPublicHost({ hostname }) {
	const name = hostname.replace(/\.+$/, "");
	return PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
/** Checks whether anybody in the world can see the repository: on a company's server, `public` means the company. */
const isPublicRepository = ({ visibility, issuer }) => visibility === "public" && issuer.hostname === PUBLIC_ISSUER_HOST;
/** Issuer of the tokens of github.com, with or without the path of an enterprise. */
const PUBLIC_ISSUER_HOST = "token.actions.githubusercontent.com";
/** Checks whether the choice depends on the visibility of the repository. */
function needsVisibility({ certificateAuthority, log, signingConfig }, keyless) {
	if (signingConfig !== void 0 || keyless) return true;
	return [certificateAuthority, log].some((one) => one === "public" || one instanceof URL && isPublicHost(one));
}
const refusal = (why, remedy) => new ClawError("INPUT_INVALID", why, { remedy });
function resolve(authority, service, issuer) {
	if (authority === "public") return PUBLIC_GOOD[service];
	return authority === "github" ? githubInstance(issuer)[service] : authority;
}
function timestampUrls(authorities, issuer) {
	const urls = authorities.map((one) => resolve(one, "timestampAuthority", issuer));
	const repeated = urls.find((url, index) => urls.findIndex(({ href }) => href === url.href) < index);
	if (repeated !== void 0) throw refusal(`Input timestamp-authority: ${repeated.host} is named twice.`, "Remove one of them.");
	return urls;
}
/** Returns the default authority for a repository of this visibility, as GitHub's own action does. */
function ownAuthority(context) {
	if (isPublicRepository(context)) return "public";
	if (hasGithubInstance(context.issuer)) return "github";
	throw refusal(`Input certificate-authority is empty, and neither Sigstore nor GitHub certifies the jobs of ${context.issuer.host}.`, "Name an authority that trusts this issuer in certificate-authority.");
}
function chooseLog(inputs, fallback) {
	const log = inputs.log ?? fallback;
	if (log instanceof URL) return {
		url: log,
		version: inputs.logVersion ?? 2
	};
	return log === "public" ? PUBLIC_GOOD.log : void 0;
}
function keylessServices(inputs, context) {
	const authority = inputs.certificateAuthority ?? ownAuthority(context);
	const own = authority instanceof URL ? [] : [authority];
	return {
		certificateAuthority: resolve(authority, "certificateAuthority", context.issuer),
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? own, context.issuer),
		log: chooseLog(inputs, authority === "public" ? "public" : "none")
	};
}
function keyServices(inputs, { issuer }) {
	return {
		certificateAuthority: void 0,
		timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? [], issuer),
		log: chooseLog(inputs, "none")
	};
}
/** Takes all services from the signing config: other choices have no effect. */
function configuredServices$1(configured, keyless) {
	if (keyless && configured.certificateAuthority === void 0) throw refusal("Input signing-config: it names no certificate authority that is in use, which key: keyless needs.");
	return keyless ? configured : {
		...configured,
		certificateAuthority: void 0
	};
}
__name(configuredServices$1, "configuredServices");
/** Requires a trusted time: a certificate lives ten minutes, and nobody could verify it later without one. */
function checkTime({ timestampAuthorities, log }, keyless) {
	if (!keyless || timestampAuthorities.length > 0 || log?.version === 1) return;
	throw refusal("Input timestamp-authority: key: keyless needs a trusted time.", "Name an authority, or a transparency log of version 1.");
}
function checkPublicity(services, inputs, context) {
	const { visibility, issuer } = context;
	const written = [services.certificateAuthority, services.log?.url].find((url) => url !== void 0 && isPublicHost(url));
	if (written === void 0 || isPublicRepository(context) || inputs.allowPublicLog) return;
	const who = visibility === "public" ? `public on ${issuer.host} alone` : visibility ?? "not known to be public";
	throw new ClawError("PUBLIC_LOG_REFUSED", `${written.host} writes to a public log, for all time, and this repository is ${who}: its name, its workflow and the digests would be public.`);
}
/** Chooses the services to use. Throws INPUT_INVALID or PUBLIC_LOG_REFUSED. */
function chooseServices(inputs, context) {
	const { configured, keyless } = context;
	const services = configured === void 0 ? keyless ? keylessServices(inputs, context) : keyServices(inputs, context) : configuredServices$1(configured, keyless);
	checkTime(services, keyless);
	checkPublicity(services, inputs, context);
	return services;
}
// packages/usecases/src/sign/signer.ts
async function configuredServices({ workspace, witnesses: { signingConfig: path } }, clock) {
	if (path === void 0) return void 0;
	const file = await selectFile(workspace, path, "signing-config");
	const bytes = await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	return parseSigningConfig(bytes, path, clock.now());
}
/** Returns the visibility of the repository. A job without an identity, as with ambient credentials, counts as private. */
async function repositoryVisibility(claims) {
	try {
		return (await claims()).repositoryVisibility;
	} catch (error) {
		if (error instanceof ClawError && error.code === "OIDC_UNAVAILABLE") return void 0;
		throw error;
	}
}
/** Returns the services that the request chooses. Throws INPUT_INVALID, PUBLIC_LOG_REFUSED, TRUSTED_ROOT_INVALID, OIDC_*. */
async function signingServices(request, claims, clock) {
	const keyless = request.key.kind === "keyless";
	const [configured, visibility] = await Promise.all([configuredServices(request, clock), needsVisibility(request.witnesses, keyless) ? repositoryVisibility(claims) : void 0]);
	return chooseServices(request.witnesses, {
		keyless,
		visibility,
		issuer: request.issuer,
		configured
	});
}
async function obtainKey({ key }, { keys, authorities }, authority) {
	if (key.kind === "kms") return {
		key: await keys.open(key.uri, key.algorithm),
		drop: () => void 0
	};
	if (authority === void 0) throw new ClawError("INTERNAL", "No authority was chosen for key: keyless.");
	return authorities.certify(authority, keys.identity);
}
function dropOnceOpen(opening) {
	opening.then(({ drop }) => drop(), () => void 0);
}
async function open(request, sources, content) {
	const { authorities, claims, clock } = sources;
	const services = await signingServices(request, claims, clock);
	const { certificateAuthority, timestampAuthorities } = services;
	const witness = authorities.witness(services);
	const obtaining = obtainKey(request, sources, certificateAuthority);
	try {
		const [{ key, drop }] = await Promise.all([obtaining, ...timestampAuthorities.map((url) => authorities.probe(url))]);
		witness.check(key, content);
		return {
			key,
			witness,
			services,
			drop
		};
	} catch (error) {
		dropOnceOpen(obtaining);
		throw error;
	}
}
/**
* Opens the key, or has one certified, while every timestamp authority is tried. A log that cannot hold `content`
* fails here, before it is signed. Disposing of the result drops the key, even one that only opens after the step
* has failed for another reason.
*/
function openSigner(request, sources, content) {
	const signer = open(request, sources, content);
	return {
		signer,
		[Symbol.dispose]: () => dropOnceOpen(signer)
	};
}
// packages/usecases/src/sign/modes.ts
/** Signs one statement about all subjects, with one signature. */
const statementMode = (predicate) => ({
	content: "envelope",
	hashes: () => Promise.resolve([]),
	prepare: async () => {
		const made = await predicate();
		return ({ subjects }) => ({
			planned: splitSubjects(subjects).map((group) => ({
				subjects: group,
				predicateType: made.type
			})),
			sign: ({ key, witness }) => signStatements(key, subjects, made, witness)
		});
	}
});
/** Signs one message for each file. */
const PER_ARTIFACT_MODE = {
	content: "message",
	hashes: async (signer) => [blobHash((await signer).key)],
	prepare: () => Promise.resolve(({ subjects, files }) => ({
		planned: subjects.map((subject) => ({
			subjects: [subject],
			predicateType: void 0
		})),
		sign: ({ key, witness }) => {
			const digests = new Map([...files].map(([name, { digests: own }]) => [name, own]));
			return signBlobs(key, subjects, digests, witness);
		}
	}))
};
// packages/usecases/src/sign/predicate.ts
/** Describes the build of the job with its verified claims. */
async function jobProvenance({ claims: source, run, host }) {
	const claims = await source();
	const inputs = run.dispatchInputs(claims);
	return slsaProvenance({
		claims,
		runner: host.runner(),
		isolation: "shared-job",
		inputs,
		run: await run.details(claims)
	});
}
async function filePredicate(workspace, type, path) {
	const file = await selectFile(workspace, path, "predicate-path");
	return customPredicate(type, await readDocument(file, {
		limit: MAX_JSON_BYTES,
		code: "PREDICATE_INVALID"
	}));
}
/** Makes the chosen predicate. Throws PREDICATE_INVALID, JSON_INVALID, OIDC_*, EVENT_MISMATCH, GITHUB_*, and as `selectFile`. */
async function makePredicate(choice, sources) {
	if (choice.kind === "provenance") return jobProvenance(sources);
	if (choice.kind === "file") return filePredicate(sources.workspace, choice.type, choice.path);
	return {
		type: SIGNATURE_PREDICATE_TYPE,
		body: {}
	};
}
// packages/usecases/src/sign/sign.ts
/** Bundles that get a line in the log; the others are only counted. */
const MAX_LOGGED = 20;
function logged(signer, { log }) {
	const { key, services } = signer;
	log(line`Key ${printableText(keyName(key))} (${printable(key.algorithm)}, ${printable(key.protectionLevel)})`);
	for (const url of services.timestampAuthorities) log(line`Timestamps of ${printableText(url.href)}`);
	if (services.log !== void 0) log(line`Logged at ${printableText(services.log.url.href)}`);
	return signer;
}
async function select({ workspace, sources }, hashes, { log }) {
	log(line`Hashing the artifacts…`);
	const selected = await selectSubjects(workspace, sources, hashes);
	log(line`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`);
	return selected;
}
/** Does everything that can fail early, in parallel. */
async function prepare(request, mode, opening, { host, evidence }) {
	const opened = opening.then((signer) => logged(signer, host));
	const [signer, selected, planFor] = await Promise.all([
		opened,
		mode.hashes(opened).then((hashes) => select(request, hashes, host)),
		mode.prepare(),
		evidence.check()
	]);
	const plan = planFor(selected);
	await evidence.plan(plan.planned);
	return {
		signer,
		selected,
		plan
	};
}
async function publish(bundles, { subjects }, { evidence, host }) {
	const stored = await evidence.put(bundles);
	for (const { path } of stored.slice(0, MAX_LOGGED)) host.log(line`Wrote ${printableText(path)}`);
	if (stored.length > MAX_LOGGED) host.log(line`… and ${stored.length - MAX_LOGGED} more bundles`);
	host.announce(subjects.filter(({ source }) => source === "file" || source === "image").map((subject) => ({
		name: subject.name,
		digest: `sha256:${requiredSha256(subject)}`,
		kind: subject.source === "file" ? "file" : "oci"
	})));
	return stored;
}
function chooseMode({ work, workspace }, claims, { host, run }) {
	return work.mode === "per-artifact" ? PER_ARTIFACT_MODE : statementMode(() => makePredicate(work.predicate, {
		workspace,
		claims,
		host,
		run
	}));
}
/** Signs and publishes if the event may use keys. Always gives back what was borrowed to reach the key. */
async function sign(request, ports) {
	const { host, authorities } = ports;
	host.checkAnswers();
	const event = host.admitEvent(request.allowEvents);
	await using keys = ports.openKeys(({ code, message }) => host.annotate("warning", code, printableText(message)));
	const claims = host.claims(request.issuer);
	const mode = chooseMode(request, claims, ports);
	using opening = openSigner(request, {
		keys,
		claims,
		authorities,
		clock: host.clock
	}, mode.content);
	const { signer, selected, plan } = await prepare(request, mode, opening.signer, ports);
	const stored = await publish(await plan.sign(signer), selected, ports);
	return {
		event,
		key: signer.key,
		services: signer.services,
		selected,
		stored
	};
}
export { sign, signingServices };
