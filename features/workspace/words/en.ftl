# Where people begin their day
menu-workspace = Workspace
menu-desk = Desk
workspace = City workspace
workspace-of = Workspace of { $city }
workspace-overview = Overview
workspace-public = Public page
workspace-others = You also work for:
workspace-tasks = To do
workspace-no-tasks = Nothing waits for you
workspace-no-tasks-hint = What somebody has to do stands here, and goes once it is done.
workspace-beside = Membership
right-workspace = Use a city’s workspace
right-desk = See what waits in the cities
