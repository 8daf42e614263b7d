import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ClawError, isAlgorithm, isJsonObject, isPinned, parseEndpoint, parseKeyUri, printable, sha256FromBytes } from "./core.mjs";
import { array, check, custom, getDotPath, guard, integer, literal, maxLength, maxValue, minLength, minValue, nonEmpty, number, optional, picklist, pipe, record, regex, safeParse, strictObject, string, transform, union } from "./vendor-valibot.mjs";
import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
// packages/policy/src/agreement.ts
/** What the provenance says, by the name of the claim that says the same. */
const SAME = [
	["buildSignerURI", "builderId"],
	["sourceRepositoryURI", "repository"],
	["sourceRepositoryIdentifier", "repositoryId"],
	["sourceRepositoryRef", "ref"],
	["sourceRepositoryDigest", "commit"],
	["buildTrigger", "event"],
	["runnerEnvironment", "runnerEnvironment"]
];
/** The first disagreement, or undefined. What one of them leaves out contradicts nothing: a policy that needs it asks for it. */
function disagreement({ claims }, facts) {
	for (const [claim, field] of SAME) {
		const certified = Object.hasOwn(claims, claim) ? claims[claim] : void 0;
		const said = facts[field];
		if (certified !== void 0 && said !== void 0 && certified !== said) return `${claim}: the certificate says ${printable(certified)}, the provenance ${printable(said)}`;
	}
}
// packages/policy/src/pattern.ts
/** More stars than this make matching slow and are no policy that a person can read. */
const MAX_STARS = 4;
function isPattern(text) {
	const stars = text.split("*").length - 1;
	return text !== "" && text.length <= 512 && stars <= MAX_STARS && !text.includes("**") && /^[\x21-\x7e]+$/.test(text) && !/^\*+$/.test(text);
}
/** Whether all of `value` is what `pattern` says. Case counts. */
function matchesPattern(pattern, value) {
	const [head = "", ...rest] = pattern.split("*");
	if (rest.length === 0) return value === head;
	const tail = rest.pop() ?? "";
	if (!value.startsWith(head) || !value.endsWith(tail) || value.length < head.length + tail.length) return false;
	return matchesParts(rest, value.slice(head.length, value.length - tail.length));
}
/** Each gap before, between and after `parts` must be free of `/`. Leftmost matches suffice only without that rule, so all are tried. */
function matchesParts(parts, value) {
	const [part, ...rest] = parts;
	if (part === void 0) return !value.includes("/");
	for (let at = value.indexOf(part); at !== -1; at = value.indexOf(part, at + 1)) {
		if (value.slice(0, at).includes("/")) return false;
		if (matchesParts(rest, value.slice(at + part.length))) return true;
	}
	return false;
}
// packages/policy/src/attestor.ts
function isCertified(rule, { issuer, subject, claims }) {
	if (issuer !== rule.issuer || !rule.subjects.some((pattern) => matchesPattern(pattern, subject))) return false;
	return Object.entries(rule.claims ?? {}).every(([name, pattern]) => {
		const value = Object.hasOwn(claims, name) ? claims[name] : void 0;
		return value !== void 0 && matchesPattern(pattern, value);
	});
}
/** The attestors that signed: the one that owns the key, or all whose rule the certificate meets. */
function attestorsOf(attestors, signer) {
	return attestors.filter((attestor) => signer.kind === "key" ? "key" in attestor && attestor.name === signer.key.name : "certificate" in attestor && isCertified(attestor.certificate, signer.identity));
}
/** For a report; printable. */
const shownSigner = (signer) => printable(signer.kind === "key" ? signer.key.name : `${signer.identity.subject}, certified for ${signer.identity.issuer}`);
/** One voice each, however often it speaks. */
const distinct = (names) => new Set(names).size;
/** What is missing of the witnesses that the attestor must have, or undefined. */
function missingWitness(attestor, { times, logged }) {
	const { timestamps = 0, logEntries = 0 } = attestor.witnesses ?? {};
	const authorities = times.filter(({ source }) => source === "timestamp-authority");
	const missing = [{
		what: "timestamp authorities",
		least: timestamps,
		got: distinct(authorities.map(({ authority }) => authority))
	}, {
		what: "transparency logs",
		least: logEntries,
		got: distinct(logged.map(({ log }) => log))
	}].find(({ least, got }) => got < least);
	return missing && `${missing.what}: expected ${missing.least}, got ${missing.got}`;
}
// packages/policy/src/decide.ts
const mismatch = (code, field, expected, got) => got === void 0 ? {
	code: "PROVENANCE_INCOMPLETE",
	message: `the provenance does not say its ${field}`
} : {
	code,
	message: `${field}: expected ${expected}, got ${printable(got)}`
};
const oneOf = (patterns, value) => value !== void 0 && patterns.some((pattern) => matchesPattern(pattern, value));
function sourceProblem(rule, facts) {
	if (facts.repository !== rule.repository) return mismatch("REPOSITORY_MISMATCH", "repository", rule.repository, facts.repository);
	if (rule.repositoryId !== void 0 && facts.repositoryId !== rule.repositoryId) return mismatch("REPOSITORY_ID_MISMATCH", "repository id", rule.repositoryId, facts.repositoryId);
	return oneOf(rule.refs, facts.ref) ? void 0 : mismatch("REF_MISMATCH", "ref", rule.refs.join(" or "), facts.ref);
}
function buildProblem(rule, facts) {
	if (!oneOf(rule.builders, facts.builderId)) return mismatch("BUILDER_MISMATCH", "builder", rule.builders.join(" or "), facts.builderId);
	if (facts.event === void 0 || !rule.events.includes(facts.event)) return mismatch("EVENT_MISMATCH", "event", rule.events.join(" or "), facts.event);
	if (!rule.isolation.some((isolation) => isolation === facts.isolation)) return mismatch("ISOLATION_MISMATCH", "isolation", rule.isolation.join(" or "), facts.isolation);
	if (rule.runnerEnvironment !== void 0 && facts.runnerEnvironment !== rule.runnerEnvironment) return mismatch("RUNNER_ENVIRONMENT_MISMATCH", "runner environment", rule.runnerEnvironment, facts.runnerEnvironment);
}
function provenanceProblem(rule, facts) {
	if (rule === void 0) return void 0;
	if (facts === void 0) return {
		code: "PROVENANCE_INCOMPLETE",
		message: "the statement is not SLSA provenance"
	};
	return sourceProblem(rule, facts) ?? buildProblem(rule, facts);
}
function statementProblem(rule, { provenance, signer }) {
	const problem = provenanceProblem(rule, provenance);
	if (problem !== void 0 || provenance === void 0 || signer.kind === "key") return problem;
	const message = disagreement(signer.identity, provenance);
	return message === void 0 ? void 0 : {
		code: "CERTIFICATE_MISMATCH",
		message
	};
}
const speaksAbout = (facts, { digest, digests }) => facts.kind === "statement" ? facts.subjects.has(digest) : (facts.hash === "sha256" ? digest : digests.get(facts.hash)) === facts.digest;
/** Of one kind, for one artifact and entry. */
const MAX_REASONS = 16;
/** A flood of bundles about nothing or about others must not bury the reason of the one that counts. */
const rankOf = (code) => code === "SUBJECT_MISMATCH" ? 2 : code === "EVIDENCE_REFUSED" ? 1 : 0;
var Reasons = class {
	#byRank = [
		[],
		[],
		[]
	];
	#count = 0;
	add(code, message, bundle) {
		const same = this.#byRank[rankOf(code)];
		if (same.length < MAX_REASONS) same.push({
			code,
			message,
			bundle
		});
		this.#count += 1;
	}
	listed() {
		if (this.#count === 0) this.add("NO_EVIDENCE", "there is no bundle", void 0);
		const reasons = this.#byRank.flat();
		return {
			reasons,
			unlisted: this.#count - reasons.length
		};
	}
};
/** Those attestors of the entry that signed, the ones with all their witnesses first. */
const allowedAttestors = (policy, entry, facts) => attestorsOf(policy.attestors, facts.signer).filter(({ name }) => entry.attestors.includes(name)).toSorted((a, b) => Number(missingWitness(a, facts) !== void 0) - Number(missingWitness(b, facts) !== void 0));
/** One bundle must satisfy the whole entry: two halves from two bundles are no whole. */
function problemOf$1(policy, entry, artifact, facts) {
	if (!speaksAbout(facts, artifact)) return {
		code: "SUBJECT_MISMATCH",
		message: `sha256:${artifact.digest} is not among its subjects`
	};
	const type = facts.kind === "statement" ? facts.predicateType : void 0;
	if (type !== entry.predicateType) {
		const shown = (kind) => kind === void 0 ? "a signature over the file" : printable(kind);
		return {
			code: "PREDICATE_TYPE_MISMATCH",
			message: `expected ${shown(entry.predicateType)}, got ${shown(type)}`
		};
	}
	const [attestor] = allowedAttestors(policy, entry, facts);
	if (attestor === void 0) return {
		code: "ATTESTOR_NOT_ALLOWED",
		message: `expected a signature of ${entry.attestors.join(" or ")}, got ${shownSigner(facts.signer)}`
	};
	const missing = missingWitness(attestor, facts);
	if (missing !== void 0) return {
		code: "WITNESS_MISSING",
		message: missing
	};
	return facts.kind === "statement" ? statementProblem(entry.provenance, facts) : void 0;
}
__name(problemOf$1, "problemOf");
function decideEntry(policy, entry, artifact, evidence) {
	const reasons = new Reasons();
	for (const item of evidence) {
		if ("refused" in item) {
			const { code, message } = item.refused;
			reasons.add("EVIDENCE_REFUSED", `${code}: ${message}`, item.path);
			continue;
		}
		const problem = problemOf$1(policy, entry, artifact, item.facts);
		if (problem === void 0) {
			const [attestor] = allowedAttestors(policy, entry, item.facts);
			const { unverified } = item.facts;
			return {
				entry: entry.name,
				satisfiedBy: item.path,
				attestor: attestor?.name,
				unverified,
				reasons: [],
				unlisted: 0
			};
		}
		reasons.add(problem.code, problem.message, item.path);
	}
	return {
		entry: entry.name,
		satisfiedBy: void 0,
		attestor: void 0,
		unverified: {
			logEntries: 0,
			timestamps: 0
		},
		...reasons.listed()
	};
}
/** Denies unless every entry of the policy is satisfied for every artifact. */
function decide(policy, artifacts, evidence) {
	const verdicts = artifacts.map((artifact) => {
		const entries = policy.entries.map((entry) => decideEntry(policy, entry, artifact, evidence));
		const satisfied = entries.length > 0 && entries.every(({ satisfiedBy }) => satisfiedBy !== void 0);
		return {
			name: artifact.name,
			digest: artifact.digest,
			decision: satisfied ? "allow" : "deny",
			entries
		};
	});
	return {
		decision: verdicts.length > 0 && verdicts.every(({ decision }) => decision === "allow") ? "allow" : "deny",
		policy: {
			name: policy.name,
			digest: policy.digest
		},
		artifacts: verdicts
	};
}
const NAMES = /* @__PURE__ */ new Set([
	"githubWorkflowTrigger",
	"githubWorkflowSHA",
	"githubWorkflowName",
	"githubWorkflowRepository",
	"githubWorkflowRef",
	"buildSignerURI",
	"buildSignerDigest",
	"runnerEnvironment",
	"sourceRepositoryURI",
	"sourceRepositoryDigest",
	"sourceRepositoryRef",
	"sourceRepositoryIdentifier",
	"sourceRepositoryOwnerURI",
	"sourceRepositoryOwnerIdentifier",
	"buildConfigURI",
	"buildConfigDigest",
	"buildTrigger",
	"runInvocationURI",
	"sourceRepositoryVisibilityAtSigning",
	"deploymentEnvironment"
]);
const isClaim = (name) => NAMES.has(name);
// packages/policy/src/problem.ts
const pathOf = (issue) => getDotPath(issue)?.split(".") ?? [];
const isSame = (one, other) => one.message === other.message && one.path.join(".") === other.path.join(".");
/**
* A value that is none of several forms is told by the one that it comes nearest to: the others only say
* that their own fields are missing. Where none is nearer, the forms are named.
*/
function problemOf(issue) {
	const path = pathOf(issue);
	const missing = issue.received === "undefined" ? .5 : 0;
	const own = {
		path,
		message: issue.message,
		depth: path.length - missing
	};
	const [first, ...others] = (issue.issues ?? []).map(problemOf).toSorted((a, b) => b.depth - a.depth);
	if (first === void 0 || others.some((other) => other.depth === first.depth && !isSame(first, other))) return own;
	return {
		path: [...path, ...first.path],
		message: first.message,
		depth: path.length + first.depth
	};
}
/** `is not valid at <where>: <why>`, printable. */
function shownProblem(issue) {
	const { path, message } = problemOf(issue);
	const where = path.length === 0 ? "its top" : path.join(".");
	return `is not valid at ${printable(where)}: ${printable(message)}`;
}
// packages/policy/src/policy.ts
/** Far above any policy that a person can review. */
const MAX_POLICY_BYTES = 262144;
const MAX_LIST = 64;
const Name = pipe(string(), regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "is not a name in lower case, digits and hyphens"));
/** An empty list would be read as "nothing is allowed" by one and "nothing is demanded" by another. */
const list = (item) => pipe(array(item), minLength(1), maxLength(MAX_LIST));
const isKeyUri = (text) => {
	try {
		return parseKeyUri(text, "uri") === text;
	} catch {
		return false;
	}
};
/** The same rule as for every endpoint: whoever may answer in a server's place could keep a gate at old roots. */
const isMirror = (text) => {
	try {
		return parseEndpoint(text, "mirror").href !== "";
	} catch {
		return false;
	}
};
const AlgorithmName = pipe(string(), guard(isAlgorithm, "is not an algorithm of the key table"));
const KeyByUri = strictObject({
	uri: pipe(string(), check(isKeyUri, "is not a key URI"), transform((text) => parseKeyUri(text, "uri")), check(isPinned, "must name a version: a newer one is trusted by changing the policy")),
	algorithm: optional(AlgorithmName)
});
const KeyByValue = strictObject({
	publicKey: pipe(string(), nonEmpty()),
	algorithm: optional(AlgorithmName)
});
const GlobPattern = pipe(string(), guard(isPattern, "is not an exact value or a glob of at most 4 stars"));
/** A file of the workspace that cannot be changed without changing the policy. */
const PinnedFile = strictObject({
	path: pipe(string(), nonEmpty(), maxLength(1024)),
	digest: pipe(string(), regex(/^sha256:[0-9a-f]{64}$/, "is not sha256: and 64 hexadecimal digits"))
});
/** Where the authorities of certificates, timestamps and logs are defined. */
const TrustedRoot = union([
	PinnedFile,
	strictObject({ tuf: strictObject({
		mirror: pipe(string(), check(isMirror, "is not an https URL without credentials, query or fragment (http is allowed on loopback only)")),
		/** The first root of trust, from which the client walks to the current one. */
		root: PinnedFile
	}) }),
	strictObject({
		/** A bundle whose statement holds the roots, signed by one of these attestors. */
		bundle: pipe(string(), nonEmpty(), maxLength(1024)),
		attestors: list(Name)
	})
], "needs path and digest, or tuf, or bundle and attestors");
const Count = pipe(number(), integer(), minValue(0), maxValue(8));
/** Least numbers of distinct authorities and logs of the trusted roots. */
const Witnesses = strictObject({
	timestamps: optional(Count, 0),
	logEntries: optional(Count, 0)
});
/** A claim that no certificate has could never match. Valibot's record passes over the names that every object has. */
const Claims = pipe(custom(isJsonObject, "is not an object"), check((claims) => Object.keys(claims).every(isClaim), "has a name that is no claim of a certificate"), record(string(), GlobPattern));
const Certificate = strictObject({
	issuer: pipe(string(), regex(/^https?:\/\/[^\s*]+$/, "is not the exact URL of an issuer")),
	subjects: list(GlobPattern),
	claims: optional(Claims)
});
const Attestor = union([strictObject({
	name: Name,
	key: union([KeyByUri, KeyByValue], "needs uri, or publicKey and, for RSA, algorithm"),
	witnesses: optional(Witnesses)
}), strictObject({
	name: Name,
	certificate: Certificate,
	witnesses: optional(Witnesses)
})], "needs a name, and key or certificate");
const Provenance = strictObject({
	repository: pipe(string(), regex(/^https?:\/\/[^\s*]+$/, "is not the exact URL of a repository")),
	repositoryId: optional(pipe(string(), regex(/^[0-9]+$/, "is not a numeric id in quotes"))),
	refs: list(GlobPattern),
	builders: list(GlobPattern),
	events: list(pipe(string(), regex(/^[a-z_]+$/, "is not the name of an event"))),
	isolation: list(picklist(["shared-job", "isolated"])),
	runnerEnvironment: optional(picklist(["github-hosted", "self-hosted"]))
});
const Policy = strictObject({
	apiVersion: literal("open-claw/v1"),
	kind: literal("ArtifactPolicy"),
	metadata: strictObject({ name: Name }),
	spec: strictObject({
		trustedRoots: optional(list(TrustedRoot)),
		attestors: list(Attestor),
		attestations: optional(list(strictObject({
			name: Name,
			predicateType: pipe(string(), regex(/^https?:\/\/\S+$/, "is not the URI of a predicate type")),
			attestors: list(Name),
			provenance: optional(Provenance)
		}))),
		signatures: optional(list(strictObject({
			name: Name,
			attestors: list(Name)
		})))
	})
});
const invalid = (why) => new ClawError("POLICY_INVALID", `The policy ${why}.`);
async function readYaml(bytes) {
	if (bytes.length > 262144) throw invalid(`is over ${MAX_POLICY_BYTES} bytes`);
	if (!isUtf8(bytes)) throw invalid("is not UTF-8");
	const text = Buffer.from(bytes).toString("utf8");
	const { parseDocument } = await import("./load-yaml.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const document = parseDocument(text, {
		schema: "core",
		version: "1.2",
		merge: false,
		uniqueKeys: true,
		strict: true
	});
	const [problem] = [...document.errors, ...document.warnings];
	if (problem !== void 0) throw invalid(`is not plain YAML: ${printable(problem.message.split("\n")[0] ?? "")}`);
	try {
		return document.toJS({ maxAliasCount: 0 });
	} catch {
		throw invalid("uses a YAML alias, which is not allowed");
	}
}
/** What needs trusted roots must have them, and a bundle of roots is signed by a key: a certificate would need the roots first. */
function checkRoots({ attestors, trustedRoots = [] }) {
	const needy = attestors.find((one) => "certificate" in one || (one.witnesses?.timestamps ?? 0) + (one.witnesses?.logEntries ?? 0) > 0);
	if (needy !== void 0 && trustedRoots.length === 0) throw invalid(`gives no trustedRoots, which the attestor "${needy.name}" needs`);
	const keys = new Set(attestors.filter((one) => "key" in one).map(({ name }) => name));
	const stranger = trustedRoots.flatMap((root) => "bundle" in root ? root.attestors : []).find((name) => !keys.has(name));
	if (stranger !== void 0) throw invalid(`lets "${printable(stranger)}" sign a bundle of roots, which is no attestor with a key`);
}
function entriesOf({ spec }) {
	const signatures = (spec.signatures ?? []).map((entry) => ({
		...entry,
		predicateType: void 0,
		provenance: void 0
	}));
	const attestations = (spec.attestations ?? []).map((entry) => ({
		...entry,
		provenance: entry.provenance
	}));
	const entries = [...attestations, ...signatures];
	if (entries.length === 0) throw invalid("demands nothing: give attestations or signatures");
	const known = new Set(spec.attestors.map(({ name }) => name));
	if (known.size !== spec.attestors.length) throw invalid("has two attestors of one name");
	if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw invalid("has two entries of one name");
	for (const { name, attestors } of entries) {
		const stranger = attestors.find((attestor) => !known.has(attestor));
		if (stranger !== void 0) throw invalid(`names the attestor "${printable(stranger)}" in "${name}", which it does not define`);
	}
	checkRoots(spec);
	const misplaced = attestations.find((entry) => entry.provenance !== void 0 && entry.predicateType !== "https://slsa.dev/provenance/v1");
	if (misplaced !== void 0) throw invalid(`sets provenance in "${misplaced.name}", whose predicateType is not https://slsa.dev/provenance/v1`);
	return entries;
}
/** Reads a policy. Unknown fields, empty lists, wrong types and undefined names throw POLICY_INVALID. */
async function parsePolicy(bytes) {
	const result = safeParse(Policy, await readYaml(bytes), { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw invalid(shownProblem(issue));
	}
	return {
		name: result.output.metadata.name,
		digest: policyDigest(bytes),
		attestors: result.output.spec.attestors,
		trustedRoots: result.output.spec.trustedRoots ?? [],
		entries: entriesOf(result.output)
	};
}
/** What a workflow pins. */
const policyDigest = (bytes) => sha256FromBytes(createHash("sha256").update(bytes).digest());
export { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest };
