// Containers, clusters, infrastructure, clouds, and the runner.
import type { NameFact } from './fact.ts'

export const DEPLOYMENT_NAMES: readonly NameFact[] = [
  {
    names:
      'DOCKER_* BUILDKIT_* BUILDX_CONFIG BUILDX_BUILDER COMPOSE_FILE COMPOSE_ENV_FILES CONTAINER_HOST CONTAINER_CONNECTION CONTAINERS_* CONTAINERD_ADDRESS NERDCTL_TOML PODMAN_CONNECTIONS_CONF REGISTRY_AUTH_FILE KO_DOCKER_REPO',
    reason: 'a container tool is redirected to another server or runs programs through it',
    source: 'docker(1), Environment variables; BuildKit; Compose; podman(1); containers.conf(5); nerdctl; ko',
  },
  {
    names:
      'KUBECONFIG KUBECTL_* KUBERC KUBE_CONFIG_PATH* KUBERNETES_EXEC_INFO KUBERNETES_SERVICE_* KUBERNETES_MASTER KREW_ROOT K9S_CONFIG_DIR K9S_EDITOR',
    reason: 'a client of Kubernetes is redirected to another server or runs programs through it',
    source: 'kubectl, Command line tool; kubectl diff; client-go, exec credentials; Krew; k9s',
  },
  {
    names: 'HELM_* HELMFILE_FILE_PATH KUSTOMIZE_PLUGIN_HOME SKAFFOLD_* ARGOCD_OPTS ARGOCD_SERVER',
    reason: 'a deployment tool loads plug-ins or is redirected to another server through it',
    source: 'helm help; helmfile; kustomize; Skaffold; argocd',
  },
  {
    names:
      'TF_* TERRAFORM_* TERRAGRUNT_* TG_TF_PATH TG_CONFIG TG_DOWNLOAD_DIR PACKER_CONFIG PACKER_CONFIG_DIR PACKER_PLUGIN_PATH PULUMI_HOME PULUMI_BACKEND_URL VAGRANT_HOME VAGRANT_VAGRANTFILE VAGRANT_CWD VAGRANT_SERVER_URL VAGRANT_DOTFILE_PATH',
    reason:
      'an infrastructure tool loads plug-ins, takes options or is redirected to another server through it',
    source: 'Terraform CLI, Environment Variables; Terragrunt; OpenTofu; Packer; Pulumi; Vagrant',
  },
  {
    names: 'ANSIBLE_*',
    reason: 'Ansible loads code or runs programs through it',
    source: 'Ansible Configuration Settings',
  },
  {
    names: 'AWS_* BOTO_* SAM_CLI_*',
    reason: 'it changes the cloud identity or endpoint of later programs',
    source: 'AWS SDKs and Tools Reference Guide; Boto3, Configuration; AWS SAM',
  },
  {
    names: 'GOOGLE_* CLOUDSDK_* GCLOUD_* GCE_* NO_GCE_CHECK',
    reason: 'it changes the cloud identity or endpoint of later programs, or runs a program that it names',
    source: 'Application Default Credentials; gcloud topic configurations; google-auth-library',
  },
  {
    names: 'AZURE_* AZD_CONFIG_DIR MSI_ENDPOINT IDENTITY_ENDPOINT IMDS_ENDPOINT',
    reason: 'it changes the cloud identity or endpoint of later programs',
    source:
      'Azure CLI, Configuration; Azure Identity, Environment variables; App Service, Managed identities',
  },
  {
    names:
      'ARM_ENVIRONMENT ARM_ENDPOINT ARM_METADATA_HOST* ARM_MSI_ENDPOINT ARM_OIDC_REQUEST_URL ARM_OIDC_TOKEN_FILE_PATH ARM_CLIENT_CERTIFICATE_PATH',
    reason: 'it changes the cloud identity or endpoint of later programs',
    source: 'Terraform azurerm, Authenticating',
  },
  {
    names:
      'VAULT_* BAO_* CONSUL_HTTP_ADDR CONSUL_HTTP_SSL* CONSUL_GRPC_ADDR CONSUL_CACERT CONSUL_CAPATH CONSUL_TLS_SERVER_NAME NOMAD_ADDR NOMAD_CACERT NOMAD_CAPATH OCI_CLI_CONFIG_FILE OCI_CLI_RC_FILE HCLOUD_ENDPOINT HCLOUD_CONFIG SCW_API_URL SCW_CONFIG_PATH DIGITALOCEAN_API_URL CF_HOME CF_PLUGIN_HOME',
    reason: 'a client is redirected to another server or reads another configuration through it',
    source: 'vault(1), Environment Variables; consul; nomad; oci; hcloud; scw; doctl; cf',
  },
  {
    names: 'GITHUB_* RUNNER_* ACTIONS_* INPUT_* STATE_* CI AGENT_TOOLSDIRECTORY',
    reason: 'it belongs to the runner',
    source: 'GitHub Actions, Variables',
  },
]
