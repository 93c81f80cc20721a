//! The walls around the child: what the parent sets between fork and exec, and what the child gives up before it reads a byte.
//!
//! The one place of the workspace with unsafe code. Landlock takes the file system, the network and other processes away; seccomp then
//! leaves only the system calls that memory, the two pipes and a clean death need. Any other kills the process (SIGSYS).
#![allow(unsafe_code)]

use std::io;

use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};
use tokio::process::Command;

use crate::Limits;

/// Open files of the server and its children: three of its own, three of a child, the libraries that the loader opens, and a little air.
const OPEN_FILES: u64 = 16;
/// Stack of the child, in bytes: set, so that the same file behaves the same under every service manager.
const STACK_BYTES: u64 = 16 << 20;

/// Whether the kernel has Landlock, of any version.
pub(crate) fn available() -> bool {
    const VERSION_FLAG: libc::c_long = 1;
    // SAFETY: without attributes and with the version flag the call reads no memory, and only answers a number.
    let version = unsafe {
        libc::syscall(libc::SYS_landlock_create_ruleset, std::ptr::null::<libc::c_void>(), 0usize, VERSION_FLAG)
    };
    version >= 1
}

/// Makes `command` start its process, the fork server, poor: bound to the life of this one, unable to gain rights, with hard limits, which
/// its children inherit.
pub(crate) fn prepare(command: &mut Command, limits: &Limits) {
    let parent = std::process::id();
    let memory = limits.memory;
    // SAFETY: between fork and exec only async-signal-safe calls are allowed. `impoverish` makes plain system calls and allocates nothing.
    unsafe {
        command.pre_exec(move || impoverish(parent, memory));
    }
}

/// Kills the process group that `leader` leads. Does nothing when it is gone.
pub(crate) fn kill_group(leader: u32) {
    if let Ok(leader) = i32::try_from(leader)
        && leader > 1
    {
        // SAFETY: a call with two numbers. The caller has not reaped the leader yet, so the number still means that group.
        unsafe { libc::kill(-leader, libc::SIGKILL) };
    }
}

fn impoverish(parent: u32, memory: u64) -> io::Result<()> {
    // SAFETY: plain system calls with numbers, and pointers to values that live across the call.
    unsafe {
        die_with(parent)?;
        check(libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))?;
        // Whoever started the hub may have it ignored, which survives exec: then nobody could wait for a child.
        libc::signal(libc::SIGCHLD, libc::SIG_DFL);
        limit(libc::RLIMIT_AS, memory, memory)?;
        limit(libc::RLIMIT_FSIZE, 0, 0)?;
        limit(libc::RLIMIT_CORE, 0, 0)?;
        limit(libc::RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)?;
        limit(libc::RLIMIT_STACK, STACK_BYTES, STACK_BYTES)?;
        // What a library opened without close-on-exec must not leak in. Old kernels do not know the call: no harm.
        libc::syscall(libc::SYS_close_range, 3u32, u32::MAX, libc::CLOSE_RANGE_CLOEXEC);
    }
    Ok(())
}

/// # Safety
/// None beyond that of `prctl`: numbers only.
unsafe fn die_with(parent: u32) -> io::Result<()> {
    // SAFETY: system calls with numbers.
    unsafe {
        check(libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL))?;
        // The parent may have died before the line above.
        if libc::getppid() as u32 == parent { Ok(()) } else { Err(io::Error::from_raw_os_error(libc::ESRCH)) }
    }
}

/// Closes all but the three standard files.
pub(crate) fn close_other_files() {
    // SAFETY: called before this process has opened a file that anything here holds.
    unsafe { libc::syscall(libc::SYS_close_range, 3u32, u32::MAX, 0) };
}

/// Which side of a fork this is.
pub(crate) enum Forked {
    Child,
    /// With the child's id.
    Server(libc::pid_t),
}

/// Forks. There is one thread, so that the child has all that it needs.
pub(crate) fn fork() -> io::Result<Forked> {
    // SAFETY: the fork server has no other thread that could hold a lock meanwhile.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        0 => Ok(Forked::Child),
        child => Ok(Forked::Server(child)),
    }
}

/// Waits for a child; answers how it ended, as the kernel writes it.
pub(crate) fn wait(child: libc::pid_t) -> io::Result<i32> {
    let mut status = 0;
    loop {
        // SAFETY: `status` lives across the call.
        if unsafe { libc::waitpid(child, &raw mut status, 0) } == child {
            return Ok(status);
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

/// What each child has of its own: it dies with its server, after so much processor time, and after so much time whoever watches.
pub(crate) fn bind_child(server: u32, cpu_seconds: u64, alarm_seconds: u32, name: &str) -> io::Result<()> {
    let name = std::ffi::CString::new(name).map_err(io::Error::other)?;
    // SAFETY: plain system calls with numbers, and pointers to values that live across the call.
    unsafe {
        die_with(server)?;
        // At the soft limit comes SIGXCPU, which tells the parent why; a second later SIGKILL.
        limit(libc::RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)?;
        libc::signal(libc::SIGALRM, libc::SIG_DFL);
        libc::alarm(alarm_seconds);
        check(libc::prctl(libc::PR_SET_NAME, name.as_ptr()))?;
        // The socket of the server above all.
        libc::syscall(libc::SYS_close_range, 3u32, u32::MAX, 0);
    }
    Ok(())
}

/// # Safety
/// None beyond that of `setrlimit`: the pointer is to a local value.
unsafe fn limit(what: libc::__rlimit_resource_t, soft: u64, hard: u64) -> io::Result<()> {
    let bound = libc::rlimit { rlim_cur: soft, rlim_max: hard };
    // SAFETY: `bound` lives across the call.
    match check(unsafe { libc::setrlimit(what, &raw const bound) }) {
        // The administrator has set a lower one: fine.
        Err(error) if error.raw_os_error() == Some(libc::EPERM) => Ok(()),
        other => other,
    }
}

fn check(result: libc::c_int) -> io::Result<()> {
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// How far the child got with locking itself.
pub(crate) enum Locked {
    /// Landlock and seccomp are in force.
    Fully,
    /// At least one of them is not. The text says which.
    Partly(String),
}

/// Gives up everything. To be called with one thread, before anything of the file is read.
pub(crate) fn lock_this_process() -> Locked {
    if let Err(why) = landlock() {
        // Without Landlock the seccomp filter still holds.
        let rest = seccomp().err().unwrap_or_default();
        return Locked::Partly(format!("{why} {rest}"));
    }
    match seccomp() {
        Ok(()) => Locked::Fully,
        Err(why) => Locked::Partly(why),
    }
}

/// Takes the file system, the network and other processes away.
pub(crate) fn landlock() -> Result<(), String> {
    // The newest rights that the crate knows; the kernel takes those that it knows (best effort).
    let abi = ABI::V6;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(abi)))
        .and_then(|rules| rules.scope(Scope::from_all(abi)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self)
        .map_err(|error| format!("landlock: {error}"))?;
    match status.ruleset {
        RulesetStatus::NotEnforced => Err("landlock: not enforced".to_owned()),
        // Old kernels lack the later rights (network, signals); seccomp closes those doors too.
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
    }
}

fn seccomp() -> Result<(), String> {
    let program = filter().map_err(|error| format!("seccomp: {error}"))?;
    seccompiler::apply_filter(&program).map_err(|error| format!("seccomp: {error}"))
}

fn filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let anyhow = |call: libc::c_long| (call, vec![]);
    let argument = |index: u8, operator: SeccompCmpOp, value: u64| {
        SeccompCondition::new(index, SeccompCmpArgLen::Dword, operator, value)
    };
    let only = |conditions: Vec<SeccompCondition>| SeccompRule::new(conditions).map(|rule| vec![rule]);
    let never_executable = SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64);

    let mut rules = vec![
        // Memory, without new code: nothing becomes executable any more.
        anyhow(libc::SYS_brk),
        anyhow(libc::SYS_munmap),
        anyhow(libc::SYS_mremap),
        anyhow(libc::SYS_madvise),
        (libc::SYS_mmap, only(vec![argument(2, never_executable.clone(), 0)?])?),
        (libc::SYS_mprotect, only(vec![argument(2, never_executable, 0)?])?),
        // The file comes in on 0, the answer goes out on 1, last words on 2.
        (libc::SYS_read, only(vec![argument(0, SeccompCmpOp::Eq, 0)?])?),
        (libc::SYS_readv, only(vec![argument(0, SeccompCmpOp::Eq, 0)?])?),
        (libc::SYS_lseek, only(vec![argument(0, SeccompCmpOp::Eq, 0)?])?),
        (libc::SYS_write, only(vec![argument(0, SeccompCmpOp::Le, 2)?])?),
        (libc::SYS_writev, only(vec![argument(0, SeccompCmpOp::Le, 2)?])?),
        anyhow(libc::SYS_close),
        // Locks, clocks (where the kernel has no fast path), random seeds of hash maps.
        anyhow(libc::SYS_futex),
        anyhow(libc::SYS_clock_gettime),
        anyhow(libc::SYS_clock_getres),
        anyhow(libc::SYS_gettimeofday),
        anyhow(libc::SYS_getrandom),
        anyhow(libc::SYS_sched_yield),
        // Dying: panics, aborts, the handler that tells a stack overflow.
        anyhow(libc::SYS_rt_sigaction),
        anyhow(libc::SYS_rt_sigprocmask),
        anyhow(libc::SYS_rt_sigreturn),
        anyhow(libc::SYS_sigaltstack),
        anyhow(libc::SYS_restart_syscall),
        anyhow(libc::SYS_getpid),
        anyhow(libc::SYS_gettid),
        (
            libc::SYS_tgkill,
            only(vec![
                argument(0, SeccompCmpOp::Eq, u64::from(std::process::id()))?,
                argument(2, SeccompCmpOp::Eq, libc::SIGABRT as u64)?,
            ])?,
        ),
        anyhow(libc::SYS_exit),
        anyhow(libc::SYS_exit_group),
    ];
    rules.sort_by_key(|(call, _)| *call);

    let filter = SeccompFilter::new(
        rules.into_iter().collect(),
        SeccompAction::KillProcess,
        SeccompAction::Allow,
        std::env::consts::ARCH.try_into()?,
    )?;
    filter.try_into()
}
