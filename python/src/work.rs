//! Long work beside the interpreter: without its lock, on threads of our own, and Ctrl-C ends it.

use crate::errors;
use mizan::Progress;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// So often it is asked whether somebody wants the work to end.
const ASKED_EVERY: Duration = Duration::from_millis(50);

/// Threads by the process and by how many they are. Threads do not live on in a forked process: one
/// that took those of its parent would wait for ever. A pool once made is kept, since in a forked
/// process not even its end may be waited for.
static POOLS: Mutex<BTreeMap<(u32, usize), Arc<ThreadPool>>> = Mutex::new(BTreeMap::new());

/// So many threads of this process. It is called with the interpreter's lock, under which a process
/// is forked, too: no fork can come while the pools are held.
fn pool(py: Python<'_>, threads: Option<usize>) -> PyResult<Arc<ThreadPool>> {
    let all = || std::thread::available_parallelism().map_or(1, Into::into);
    let threads = threads.unwrap_or_else(all);
    let key = (std::process::id(), threads);
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(pool) = pools.get(&key) {
        return Ok(Arc::clone(pool));
    }
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|fault| errors::setting(py, &format!("threads: {fault}")))?;
    let pool = Arc::new(pool);
    pools.insert(key, Arc::clone(&pool));
    Ok(pool)
}

/// Whether work is to go on; a long run is told of it at each step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Until(Arc<AtomicBool>);

/// What is thrown where work is to end.
struct Ended;

impl Progress for Until {
    fn begin(&self, _stage: &'static str, _total: u64) {
        self.advance(0);
    }

    fn advance(&self, _steps: u64) {
        if self.0.load(Ordering::Relaxed) {
            panic::resume_unwind(Box::new(Ended));
        }
    }
}

/// Does some work on threads of its own, without the interpreter's lock.
///
/// Errors: those of the work; an interruption, at which the work ends at its next step.
pub(crate) fn done<T: Send + 'static>(
    py: Python<'_>,
    threads: Option<usize>,
    work: impl FnOnce(&Until) -> mizan::Result<T> + Send + 'static,
) -> PyResult<T> {
    let until = Until::default();
    let (send, mut receive) = channel();
    let told = until.clone();
    pool(py, threads)?.spawn(move || {
        let done = panic::catch_unwind(AssertUnwindSafe(|| work(&told)));
        // Nobody waits any more where it was interrupted.
        let _ = send.send(done);
    });
    loop {
        let (told, again) = py.detach(move || (receive.recv_timeout(ASKED_EVERY), receive));
        receive = again;
        match told {
            Ok(Ok(done)) => return done.map_err(|error| errors::of(py, &error)),
            Ok(Err(fault)) => return Err(errors::mistake(py, &words(fault.as_ref()))),
            Err(RecvTimeoutError::Disconnected) => return Err(errors::mistake(py, "")),
            Err(RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| {
                until.0.store(true, Ordering::Relaxed);
            })?,
        }
    }
}

fn words(fault: &(dyn std::any::Any + Send)) -> String {
    let owned = fault.downcast_ref::<String>().map(String::as_str);
    let words = owned.or_else(|| fault.downcast_ref::<&str>().copied());
    words.unwrap_or_default().to_owned()
}
