//! Words for the same thing, as people who run systems use them.

/// What a library says of search in its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Ways to say the same, one list each; the shipped ones and the library's.
    pub synonyms: Vec<Vec<String>>,
}

impl Default for Settings {
    fn default() -> Self {
        let list = |line: &str| line.split(" = ").map(str::to_owned).collect();
        Self { synonyms: SHIPPED.iter().map(|line| list(line)).collect() }
    }
}

/// The shipped ways to say the same; each way is a word or a few.
const SHIPPED: [&str; 40] = [
    "db = database",
    "k8s = kubernetes",
    "cert = certificate",
    "oom = out of memory = oomkilled = memory exhausted",
    "failover = switchover = fail over",
    "ran out of = exhausted = full = used up",
    "charged twice = double charge = duplicate charge = billed twice",
    "auth = authentication = login = sign in",
    "authz = authorization = permission",
    "lb = load balancer",
    "mq = queue = message queue",
    "repo = repository",
    "config = configuration = setting",
    "env = environment",
    "prod = production",
    "perf = performance",
    "infra = infrastructure",
    "deploy = deployment = rollout = release",
    "rollback = roll back = revert",
    "restart = reboot = bounce",
    "outage = downtime = unavailable",
    "latency = slow = delay = lag",
    "timeout = timed out",
    "crash = panic = abort",
    "crashloop = crashloopbackoff = restart loop",
    "throttle = rate limit = 429",
    "tls = ssl = https",
    "dns = name resolution = nameserver",
    "disk = volume = filesystem",
    "cpu = processor",
    "mem = memory = ram",
    "nic = network card = network interface",
    "pod = container",
    "replica = secondary = standby",
    "primary = leader = master",
    "job = cron = batch",
    "cdn = edge",
    "gc = garbage collection",
    "runbook = playbook",
    "alert = alarm = page",
];
