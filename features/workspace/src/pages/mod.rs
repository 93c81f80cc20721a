//! Pages where people begin their day: one file each.

mod city;
mod desk;

use web::Routes;
use web::parts::Task;

pub(crate) fn routes() -> Routes {
    Routes::default().page("/workspace?city", city::get).page("/desk", desk::get)
}

/// What waits, the most urgent first; of the same urgency in the order of the features.
fn sorted(found: Vec<Vec<Task>>) -> Vec<Task> {
    let mut tasks: Vec<Task> = found.into_iter().flatten().collect();
    tasks.sort_by_key(|task| std::cmp::Reverse(task.urgency));
    tasks
}
